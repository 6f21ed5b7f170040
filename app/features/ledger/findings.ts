/** What verification found wrong, in words for people. */
export interface Finding {
  /** Null when it is about the tree or a checkpoint and not about one entry. */
  readonly entryId: string | null;
  readonly message: string;
}

/** A ledger that is wrong from end to end must not fill the memory: what is beyond the limit is counted only. */
const LISTED = 1_000;

export class Findings {
  readonly listed: Finding[] = [];
  unlisted = 0;

  add(entryId: string | null, message: string): void {
    if (this.listed.length < LISTED) this.listed.push({ entryId, message });
    else this.unlisted += 1;
  }
}
