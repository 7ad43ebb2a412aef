// Which channel a question is about: digests of a forum, and those that open threads, are read in threads of the channel that gets them.
import type { Store } from "../ports/store.ts";
import type { Channel } from "../records/channel.ts";
import type { Question } from "../records/question.ts";

type MeantStore = Pick<Store, "channelSettings" | "subscriptionsOf">;

/** The channel where it was asked. For a thread that nothing was set up for, the one that it is a thread of, when something was for that. */
export async function meantChannel(
  { channel, parent }: Pick<Question, "channel" | "parent">,
  store: MeantStore,
): Promise<Channel> {
  if (parent === undefined || (await isSetUp(channel, store))) return channel;
  return (await isSetUp(parent, store)) ? parent : channel;
}

async function isSetUp({ id }: Channel, store: MeantStore): Promise<boolean> {
  const settings = (await store.channelSettings([id])).get(id) ?? {};
  if (Object.values(settings).some((setting) => setting !== null)) return true;
  return (await store.subscriptionsOf(id)).length > 0;
}
