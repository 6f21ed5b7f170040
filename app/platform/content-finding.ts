/** Something wrong in `content/`: where, what, and what to do about it. Lines and columns count from 1. */
export interface ContentFinding {
  file: string;
  line: number;
  column?: number;
  message: string;
  advice: string;
}
