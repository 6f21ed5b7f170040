import type { AwardState } from "./certification-rules";
import { dateInWords, lastDayInWords } from "./date-words";
import { stoppedWords } from "./stopped-words";

interface CertificateSheetProps {
  issuer: string;
  holderName: string;
  title: string;
  edition: string;
  code: string;
  /** Where it can be checked, in full. */
  address: string;
  validFrom: Date;
  validUntil: Date | null;
  state: AwardState;
  stoppedAt: Date | null;
}

/** The certificate as it is printed; alone on the page when the page is printed. */
export function CertificateSheet({
  issuer,
  holderName,
  title,
  edition,
  code,
  address,
  state,
  ...dates
}: CertificateSheetProps) {
  const facts = [
    ["Valid from", dateInWords(dates.validFrom)],
    dates.stoppedAt
      ? [stoppedWords(state), dateInWords(dates.stoppedAt)]
      : ["Valid until", dates.validUntil ? lastDayInWords(dates.validUntil) : "Does not expire"],
    ["Code", code],
  ];
  return (
    <article
      aria-label={`Certificate: ${title}`}
      className="rounded-md border border-line bg-surface px-6 py-8 sm:px-12 sm:py-11 print:break-inside-avoid print:border-ink/40"
    >
      <p className="border-t-2 border-accent inline-block pt-3 text-sm font-medium">{issuer}</p>
      <p className="mt-8 font-serif text-lg text-muted italic">This is to certify that</p>
      <p className="font-serif text-3xl sm:text-4xl">{holderName}</p>
      <p className="mt-5 font-serif text-lg text-muted italic">has earned the certification</p>
      <p className="font-serif text-2xl text-accent">{title}</p>
      <p className="mt-1 text-sm text-muted">Edition {edition}</p>
      <dl className="mt-9 flex flex-wrap gap-x-12 gap-y-4 border-t border-line pt-5">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-muted">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-6 hidden text-sm print:block">Anyone can check it at {address}. Dates are in UTC.</p>
    </article>
  );
}
