/** A progress bar on standard error; nothing where that is not a terminal, or before two seconds have passed. */
export function progressBar(label: string) {
  const started = performance.now();
  const terminal = process.stderr.isTTY;
  let drawn = 0;
  return {
    update(done: number, total: number) {
      const current = performance.now();
      if (!terminal || current - started < 2_000 || current - drawn < 100) return;
      drawn = current;
      const share = total === 0 ? 1 : Math.min(done / total, 1);
      const filled = Math.round(share * 30);
      const bar = "█".repeat(filled).padEnd(30, "░");
      process.stderr.write(`\r${label} ${bar} ${Math.floor(share * 100)} % (${done}/${total})`);
    },
    end() {
      if (drawn > 0) process.stderr.write("\r\u001b[K");
    },
  };
}
