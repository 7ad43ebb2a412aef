// A worker that does everything a desk does, once, and says what it is at: to be killed at any moment. Started by kills.ts.
import { parseArgs } from "node:util";
import { readSettings } from "../../config/settings.ts";
import { backupArchive } from "../../src/backup.ts";
import { openDesk } from "../../src/desk.ts";
import { importPosts } from "../../src/import.ts";
import { deliverEditions, gatherNews, publishEditions } from "../../src/pipeline.ts";
import type { Platform } from "../../src/ports/platform.ts";
import { fakeClock } from "../fakes/clock.ts";
import { silentLog } from "../fakes/log.ts";

const names = ["database", "sources", "posts", "platform", "backup", "now"] as const;
const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])) });
const given = (name: (typeof names)[number]): string => String(values[name]);

const settings = readSettings({
  DATABASE_URL: given("database"),
  SOURCES_FILE: given("sources"),
  ALLOW_PRIVATE_NETWORKS: "true",
});
const clock = fakeClock(Number(given("now")));
const desk = await openDesk(settings, silentLog, { clock });

/** The platform is in the parent's process: it outlives this one. */
const platform: Platform = {
  name: "line",
  routes: [],
  start: async () => {},
  stop: async () => {},
  deliver: async ({ id, edition }) => {
    const body = JSON.stringify({ id, stories: edition.cards.map(({ storyId }) => storyId) });
    await fetch(given("platform"), { method: "POST", body });
    return { outcome: "delivered" };
  },
};

const say = (step: string): boolean => process.stdout.write(`${step}\n`);

say("import");
await importPosts([given("posts")], desk, () => {});
say("poll");
await gatherNews(desk);
say("edition");
do clock.advance(60_000);
while ((await publishEditions(desk)) > 0);
say("delivery");
await deliverEditions({ ...desk, platforms: [platform] });
say("backup");
await backupArchive(settings.DATABASE_URL, given("backup"), clock.now(), { begin: () => {}, step: () => {} });
say("done");
await desk.close();
