// `lede source pause | resume SOURCE`: a source is left alone for a while, by this desk and by every other on the archive.
import type { Desk } from "../desk.ts";
import { findSource } from "../language/source-name.ts";
import type { Terminal } from "./terminal.ts";

type Work = (
  desk: Desk,
  words: readonly string[],
  options: { readonly json?: boolean },
  terminal: Terminal,
) => Promise<void>;

/** Pauses the source; one that is paused stays as it was, and that is said. Throws UserError for an unknown one. */
export const pauseNamed: Work = async ({ store, clock, listSources }, [typed = ""], { json }, { print }) => {
  const { id, name } = findSource(await listSources(), typed);
  const isChanged = await store.pauseSource(id, { at: clock.now(), by: null });
  const outcome = isChanged ? `is polled no more until \`lede source resume ${id}\`` : "was paused already";
  print(json ? JSON.stringify({ paused: id, isChanged }) : `${id} (${name}) ${outcome}`);
};

/** Resumes the source; one that was not paused stays as it was, and that is said. Throws UserError for an unknown one. */
export const resumeNamed: Work = async ({ store, clock, listSources }, [typed = ""], { json }, { print }) => {
  const { id, name } = findSource(await listSources(), typed);
  const isChanged = await store.resumeSource(id, clock.now());
  const outcome = isChanged ? "is polled in the next round" : "was not paused";
  print(json ? JSON.stringify({ resumed: id, isChanged }) : `${id} (${name}) ${outcome}`);
};
