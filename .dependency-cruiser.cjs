// Imports point down the tree, never up: main and cli → pipeline → stages and adapters → language → ports → records.
const tests = "\\.test\\.ts$";

/** No module of `from` may import one of `to`. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { pathNot: tests, ...from },
  to,
});

const stages = ["collect", "curate", "deliver", "answer"];

const vendors = [
  ["discord.js", "^src/adapters/platforms/discord"],
  ["@line/bot-sdk", "^src/adapters/platforms/line"],
  ["@resvg/resvg-js", "^src/adapters/pictures/"],
  ["hono", "^src/adapters/http/"],
  ["@hono/node-server", "^src/adapters/http/"],
  ["undici", "^src/adapters/http/"],
  ["kysely", "^src/adapters/stores/"],
  ["keyv", "^src/adapters/stores/"],
  ["pg", "^src/adapters/stores/"],
  ["node-cron", "^src/schedule\\.ts$"],
  ["croner", "^src/schedule\\.ts$"],
  ["pino", "^src/adapters/log\\.ts$"],
  ["pino-pretty", "^src/adapters/log\\.ts$"],
  ["commander", "^src/cli/"],
  ["cli-progress", "^src/cli/"],
  ["yaml", "^(config/|src/adapters/sources/)"],
  ["zod", "^(config/|src/adapters/platforms/line/|src/adapters/summarizers/model/|src/cli/)"],
  ["ai", "^src/adapters/summarizers/model/"],
  ["@ai-sdk/openai-compatible", "^src/adapters/summarizers/model/"],
];

module.exports = {
  forbidden: [
    forbid("no-cycles", "A cycle is two files that are one idea.", {}, { circular: true }),
    forbid("resolved", "Every import must be found.", {}, { couldNotResolve: true }),
    forbid(
      "records-know-nothing",
      "Records are plain nouns.",
      { path: "^src/records/" },
      { path: "^(src/(?!records/)|commands/|config/)" },
    ),
    forbid(
      "ports-know-records",
      "Ports speak in records.",
      { path: "^src/ports/" },
      { path: "^(src/(?!ports/|records/)|commands/|config/)" },
    ),
    forbid(
      "language-is-pure",
      "Language knows records only, for its types and errors.",
      { path: "^src/language/" },
      { path: "^(src/(?!language/|ports/|records/)|commands/|config/)" },
    ),
    forbid(
      "commands-see-ports",
      "A command sees ports, records and language only.",
      { path: "^commands/" },
      { path: "^(src/(?!ports/|records/|language/)|config/)" },
    ),
    ...stages.map((stage) =>
      forbid(
        `${stage}-stands-alone`,
        "A stage does not know another stage, nor any adapter.",
        { path: `^src/${stage}/` },
        {
          path: "^(src/|commands/|config/)",
          pathNot: `^src/(${stage}|language|ports|records)/`,
        },
      ),
    ),
    forbid(
      "adapters-look-down",
      "An adapter knows its own folder, language, ports and records.",
      { path: "^src/adapters/([^/]+)/" },
      {
        path: "^(src/|commands/|config/)",
        pathNot: "^src/(adapters/$1|language|ports|records)/",
      },
    ),
    forbid(
      "platforms-stand-alone",
      "A platform does not know another platform.",
      { path: "^src/adapters/platforms/(discord|line|web)" },
      {
        path: "^src/adapters/platforms/",
        pathNot: "^src/adapters/platforms/$1",
      },
    ),
    forbid(
      "nothing-imports-tests",
      "The product does not lean on its tests.",
      { path: "^(src|commands|config)/" },
      { path: `^(test|bench)/|${tests}` },
    ),
    forbid(
      "only-the-end-knows-the-cli",
      "The command line is the outermost layer.",
      { path: "^src/(?!cli/|main\\.ts|start\\.js)" },
      {
        path: "^src/(cli/|main\\.ts|start\\.js)",
      },
    ),
    ...vendors.map(([vendor, home]) =>
      forbid(
        `home-of-${vendor.replace(/\W+/g, "-")}`,
        `${vendor} lives in one place.`,
        { path: "^(src|commands|config)/", pathNot: `${tests}|${home}` },
        {
          path: `^node_modules/${vendor}/`,
        },
      ),
    ),
    forbid(
      "node-sqlite-in-stores",
      "SQLite lives with the stores.",
      { path: "^(src|commands|config)/", pathNot: `${tests}|^src/adapters/stores/` },
      {
        path: "^(node:)?sqlite$",
      },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
