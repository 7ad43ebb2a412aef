// A reader's data as a copy to keep: JSON that another program can read, in pages that a chat can show.
import type { ChatRecord, PersonalData } from "../../src/ports/privacy-store.ts";
import type { Locale } from "../../src/records/channel.ts";

// What a Discord message holds, with room for what has to be escaped.
const pageLength = 1500;

/** JSON of one value a line, cut between lines; together the pages are one document. Times are ISO 8601. Never empty. */
export function copyInPages(readerId: string, locale: Locale, data: PersonalData): readonly string[] {
  const pages: string[] = [];
  let page = "";
  for (const line of linesOf(readerId, locale, data)) {
    if (page !== "" && page.length + line.length + 1 > pageLength) {
      pages.push(page);
      page = "";
    }
    page = page === "" ? line : `${page}\n${line}`;
  }
  return [...pages, page];
}

function linesOf(
  readerId: string,
  locale: Locale,
  { saved, votes, subscriptions, chat }: PersonalData,
): readonly string[] {
  const at = (instant: number) => new Date(instant).toISOString();
  return [
    `{"id": ${JSON.stringify(readerId)}, "language": ${JSON.stringify(locale)},`,
    ...(chat === null ? [] : chatLines(chat)),
    ...list(
      "subscriptions",
      subscriptions.map(({ id, channelId, filter, schedule, timeZone, createdAt }) => ({
        ...{ id, channelId, filter, schedule, timeZone, createdAt: at(createdAt) },
      })),
    ),
    ...list(
      "saved",
      saved.map(({ at: savedAt, card: { articleId, headline, url } }) => ({
        ...{ articleId, headline, url, savedAt: at(savedAt) },
      })),
    ),
    ...list(
      "votes",
      votes.map(({ at: votedAt, ...vote }) => ({ ...vote, votedAt: at(votedAt) })),
      "]}",
    ),
  ];
}

function chatLines({ settings, sent: { latestAt, ...sent } }: ChatRecord): readonly string[] {
  const latest = latestAt === null ? null : new Date(latestAt).toISOString();
  return [`"settings": ${JSON.stringify(settings)},`, `"sent": ${JSON.stringify({ ...sent, latestAt: latest })},`];
}

function list(name: string, values: readonly unknown[], end = "],"): readonly string[] {
  const lines = values.map((value, index) => `${JSON.stringify(value)}${index < values.length - 1 ? "," : ""}`);
  return [`"${name}": [`, ...lines, end];
}
