// What is said in the room, before it is put into anybody's language.
import type { Edition } from "../../../records/edition.ts";
import type { Reply } from "../../../records/reply.ts";

/** A picture as a page loads it: its path on this server, what it shows in words, and its size in pixels. */
export interface RoomPicture {
  readonly path: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** Something said in the room. `id` is the same for ever: a page drops what it has already. */
export type RoomMessage =
  | { readonly kind: "question"; readonly id: string; readonly at: number; readonly text: string }
  | {
      readonly kind: "reply";
      readonly id: string;
      readonly at: number;
      readonly reply: Reply;
      readonly picture: RoomPicture | null;
    }
  | { readonly kind: "edition"; readonly id: string; readonly at: number; readonly edition: Edition };
