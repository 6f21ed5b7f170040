/**
 * SQL behind the portal's back can leave a value that the database driver cannot read at all, such as a word for a date.
 * One such row must be reported, and must not keep the others from being read.
 */
export async function readDespiteDamage<Key, Row>(
  keys: readonly Key[],
  read: (keys: readonly [Key, ...Key[]]) => Promise<Row[]>,
  unreadable: (key: Key) => void,
): Promise<Row[]> {
  const [first, ...rest] = keys;
  if (first === undefined) return [];
  try {
    return await read([first, ...rest]);
  } catch (error) {
    if (!isDamage(error)) throw error;
    if (rest.length === 0) {
      unreadable(first);
      return [];
    }
    const middle = Math.ceil(keys.length / 2);
    const left = await readDespiteDamage(keys.slice(0, middle), read, unreadable);
    return [...left, ...(await readDespiteDamage(keys.slice(middle), read, unreadable))];
  }
}

/** The client has no code for it: "Expected a string in column 'body', got object". */
function isDamage(error: unknown): boolean {
  return error instanceof Error && /^Expected an? \w+ in column /.test(error.message);
}
