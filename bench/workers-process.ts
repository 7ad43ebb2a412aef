// One worker of bench/workers.ts: says that it is ready; told to go, polls what is due and tells its seconds of processor.
import { once } from "node:events";
import { readSettings } from "../config/settings.ts";
import { openDesk } from "../src/desk.ts";
import { gatherNews } from "../src/pipeline.ts";
import { silentLog } from "../test/fakes/log.ts";

const [DATABASE_URL = "", SOURCES_FILE = "", at = "0"] = process.argv.slice(2);
const settings = readSettings({ DATABASE_URL, SOURCES_FILE, ALLOW_PRIVATE_NETWORKS: "true" });
const desk = await openDesk(settings, silentLog, { clock: { now: () => Number(at) } });
process.send?.("ready");
await once(process, "message");
const before = process.cpuUsage();
await gatherNews(desk);
const { user, system } = process.cpuUsage(before);
process.send?.((user + system) / 1_000_000);
