// Who somebody is to the desk: the same reader in every channel of a platform.
import type { Channel } from "../records/channel.ts";
import type { Asker } from "../records/question.ts";

/** `<platform>:<the platform's own identifier>`; keys what a reader saves and votes for. */
export const readerOf = ({ platform }: Channel, { id }: Asker): string => `${platform}:${id}`;
