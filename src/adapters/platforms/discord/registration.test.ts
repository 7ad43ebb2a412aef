import { expect, it } from "vitest";
import { latest } from "../../../../test/conformance/discord-samples.ts";
import { registrationOf } from "./registration.ts";

it("a command's subcommands are offered in its options' place, each with its own options, those that must be given first", () => {
  const command = { ...latest, subcommands: { argument: "action", list: [{ ...latest, name: "add" }] } };
  expect(registrationOf([command])).toMatchObject([
    {
      name: "latest",
      options: [
        {
          type: 1,
          name: "add",
          name_localizations: { ko: "최신" },
          description: "The newest stories",
          options: [
            { type: 3, name: "source", required: true },
            { type: 3, name: "page", required: false },
          ],
        },
      ],
    },
  ]);
});
