import { classNames } from "./class-names";

/** Two leaves under one root, the left one attested: the shape of the ledger's proof. */
function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={classNames("size-6", className)}>
      <rect width="24" height="24" rx="5" className="fill-accent" />
      <path
        d="M6.5 13.2 10.4 17 17.8 7.6"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="square"
        className="stroke-on-accent"
      />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-2 text-lg font-semibold tracking-tight text-ink",
        className,
      )}
    >
      <Mark />
      Attest
    </span>
  );
}
