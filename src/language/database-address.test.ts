import { expect, it } from "vitest";
import { databaseSecrets, shownDatabase } from "./database-address.ts";

it.each([
  ["postgres://lede:secret@db.example:5432/news?sslmode=require", "postgres://lede@db.example:5432/news"],
  ["postgresql://lede:p%40ss@db.example/news", "postgres://lede@db.example/news"],
  ["postgres://lede:p@ss:w/rd@db.example/news", "postgres://lede@db.example/news"],
  ["postgres://db.example/news?password=secret", "postgres://db.example/news"],
  ["sqlite:data/lede.db", "sqlite:data/lede.db"],
])("%s is shown as %s", (address, shown) => {
  expect(shownDatabase(address)).toBe(shown);
});

it("a password is a secret as it is written and as it is meant", () => {
  expect(databaseSecrets("postgres://lede:p%40ss@db.example/news")).toEqual(["p%40ss", "p@ss"]);
  expect(databaseSecrets("postgres://lede@db.example/news?sslmode=require&password=50%")).toEqual(["50%"]);
  expect(databaseSecrets("sqlite:data/lede.db")).toEqual([]);
});
