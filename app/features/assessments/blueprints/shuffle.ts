/** Numbers below `limit`, each as likely as the others. */
export type Random = (limit: number) => number;

/** sfc32 over the first sixteen of the given bytes: short, well mixed, and the same on every machine. */
export function randomFrom(bytes: Uint8Array): Random {
  if (bytes.length < 16) throw new RangeError("Drawing needs at least 16 random bytes.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  let [a, b, c, counter] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)];
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum;
  };
  for (let round = 0; round < 15; round++) next();
  return (limit) => {
    /* Values above the last whole multiple of limit would favour small numbers. */
    const fair = 2 ** 32 - (2 ** 32 % limit);
    for (;;) {
      const value = next();
      if (value < fair) return value % limit;
    }
  };
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
