// What concerns one person is said where nobody else reads it.
import { readerOf } from "../../src/language/reader.ts";
import { reply } from "../../src/language/reply.ts";
import type { Channel } from "../../src/records/channel.ts";
import type { Asker } from "../../src/records/question.ts";
import type { Reply } from "../../src/records/reply.ts";
import { wordsOf } from "./words.ts";

/** What is answered in a LINE group, where every answer is everyone's; null where the asker alone can read it. */
export function askAloneInstead(channel: Channel, asker: Asker): Reply | null {
  const isShared = channel.platform === "line" && channel.id !== readerOf(channel, asker);
  return isShared ? reply({ text: wordsOf[channel.locale].askAlone, isPrivate: true }) : null;
}
