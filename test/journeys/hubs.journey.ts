// A desk that the internet can reach answers hubs; one that it can't has no address for them.
import { afterAll, beforeAll, expect, it } from "vitest";
import { deskFolder, type SpawnedDesk, spawnDesk } from "./spawned-desk.ts";

let folder: Awaited<ReturnType<typeof deskFolder>>;

beforeAll(async () => {
  folder = await deskFolder();
});

afterAll(() => folder.remove());

async function statusOfPush(env: Readonly<Record<string, string>>): Promise<number> {
  const desk: SpawnedDesk = await spawnDesk({ DATABASE_URL: `sqlite:${folder.path}/lede.db`, ...env });
  try {
    return (await fetch(`${desk.url}/websub/unknown`, { method: "POST", body: "<rss/>" })).status;
  } finally {
    await desk.stop();
  }
}

it("with PUBLIC_URL a hub that pushes what nobody asked for is told to stop; without, it finds nobody", async () => {
  expect(await statusOfPush({ PUBLIC_URL: "https://desk.example" })).toBe(410);
  expect(await statusOfPush({})).toBe(404);
});
