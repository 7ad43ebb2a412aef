// Small sitemaps, for tests: of news, of plain pages, and indexes.

/** One article as a news sitemap announces it. */
export interface AnnouncedNews {
  readonly url: string;
  readonly title: string;
  /** As it is written there. */
  readonly published: string;
  /** Elements that stand beside its address. */
  readonly extra?: string;
  readonly keywords?: string;
}

const namespaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"';

/** A news sitemap of that publication. */
export function newsSitemap(publication: string, language: string, news: readonly AnnouncedNews[]): string {
  const entries = news.map(
    ({ url, title, published, extra = "", keywords }) =>
      `<url><loc>${url}</loc>${extra}<news:news><news:publication><news:name>${publication}</news:name><news:language>${language}</news:language></news:publication>
      <news:publication_date>${published}</news:publication_date><news:title>${title}</news:title>${keywords === undefined ? "" : `<news:keywords>${keywords}</news:keywords>`}</news:news></url>`,
  );
  return sitemapOf(entries);
}

/** A sitemap of `<url>` elements. */
export const sitemapOf = (entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>${entries.join("\n")}</urlset>`;

/** An index of files, each with the time of its last change where one is given. */
export function sitemapIndex(files: readonly (readonly [url: string, changed?: string])[]): string {
  const entries = files.map(
    ([url, changed]) =>
      `<sitemap><loc>${url}</loc>${changed === undefined ? "" : `<lastmod>${changed}</lastmod>`}</sitemap>`,
  );
  return `<?xml version="1.0"?><sitemapindex ${namespaces}>${entries.join("")}</sitemapindex>`;
}
