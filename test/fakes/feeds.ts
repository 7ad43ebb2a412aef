// Small feeds, for tests that care for no more than their titles and headlines.

/** An RSS feed of that title with an item for each headline. */
export function rssFeed(title: string, headlines: readonly string[]): string {
  const items = headlines.map(
    (headline, index) => `<item><title>${headline}</title><link>https://news.example/${index}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join("")}</channel></rss>`;
}
