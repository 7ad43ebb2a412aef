// An article's row number: the second of its publication and a count within it, so that row order is time order.

const rowsASecond = 2 ** 20;
// 1970 to 2242: a row number stays a safe integer. A date beyond is the publisher's mistake and sorts at the end.
const lastSecond = 2 ** 33 - 1;

/** The first and last row number that articles published in the same second may have. */
export function rowsOfSecond(publishedAt: number): { readonly first: number; readonly last: number } {
  const second = Math.min(Math.max(Math.floor(publishedAt / 1000), 0), lastSecond);
  const first = second * rowsASecond;
  return { first, last: first + rowsASecond - 1 };
}
