// An error in one sentence, for a person or a result row.

/** True for what the operating system refused: a file that is not there, a full disk. That is no fault of the desk. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error && "code" in error;

/** What went wrong and, for the usual slips with files, what to do. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error);
  const sentence = sentences[error.code ?? ""];
  return sentence === undefined ? error.message : sentence(error.path ?? "The file");
}

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `${path} is not there; check its name and the folder you are in.`,
  EISDIR: (path) => `${path === "The file" ? "This" : path} is a folder; name the files in it.`,
  ENOTDIR: (path) => `${path} can't be: a part of its path is a file, not a folder.`,
  EEXIST: (path) => `${path} is a file already; name a folder.`,
  EACCES: (path) => `${path} may not be opened by this user; check its permissions.`,
  EROFS: (path) => `${path} is on a disk that can't be written to; name another folder.`,
  ENOSPC: () => "The disk is full; make room and try again.",
};
