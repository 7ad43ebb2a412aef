// The address of a database, as people may see it.

/** A PostgreSQL address without password and options; any other as it is. */
export function shownDatabase(databaseUrl: string): string {
  const parts = partsOf(databaseUrl);
  if (parts === null) return databaseUrl;
  return `postgres://${parts.user === "" ? "" : `${parts.user}@`}${parts.place}`;
}

/** What of the address must never be printed: its passwords, as written and as meant. */
export function databaseSecrets(databaseUrl: string): readonly string[] {
  const inOptions = /[?&]password=([^&#]*)/.exec(databaseUrl)?.[1];
  const written = [partsOf(databaseUrl)?.password, inOptions].filter((one) => one !== undefined && one !== "");
  return [...new Set(written.flatMap((one) => (one === undefined ? [] : [one, decoded(one)])))];
}

// A password may hold what should be written as %40: the last @ ends it.
const pattern = /^postgres(?:ql)?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?(?<place>[^?#@]*)/is;

function partsOf(databaseUrl: string) {
  const groups = pattern.exec(databaseUrl.trim())?.groups;
  if (groups === undefined) return null;
  const { user = "", password = "", place = "" } = groups;
  return { user, password, place };
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    // A % that stands for itself.
    return written;
  }
}
