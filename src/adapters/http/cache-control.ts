// How long a server says that its answer stays fresh.

/**
 * Milliseconds that a Cache-Control header grants (RFC 9111 §5.2.2): its max-age, 0 for no-cache and no-store; null when it
 * says nothing of this.
 */
export function readMaxAge(header: string | null): number | null {
  const directives = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((directive) => directive.trim());
  if (directives.some((directive) => /^no-(cache|store)$/.test(directive))) return 0;
  const found = directives.map((directive) => /^max-age="?(\d{1,9})"?$/.exec(directive)?.[1]).find(Boolean);
  return found === undefined ? null : Number(found) * 1000;
}
