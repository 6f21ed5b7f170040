import { FileDown } from "lucide-react";
import { dayInWords } from "~/features/people/calendar";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import type { externalPage } from "./external-page.server";

type Page = Awaited<ReturnType<typeof externalPage>>;

/** As the holder sent it in. */
export function ExternalFacts({ page, timeZone }: { page: Page; timeZone: string }) {
  const { id, personName, issuer, number, issuedOn, expiresOn, fileName, bytes, sentAt, certificationTitle } =
    page;
  return (
    <Facts
      items={[
        { label: "Holder", value: personName },
        { label: "Asked for by", value: certificationTitle },
        { label: "Issued by", value: <span className="break-words">{issuer}</span> },
        { label: "Number", value: <span className="break-words">{number}</span> },
        { label: "Issued on", value: dayInWords(issuedOn) },
        { label: "Last day", value: expiresOn ? dayInWords(expiresOn) : "Does not end" },
        { label: "Sent in", value: <DateTime value={sentAt} timeZone={timeZone} format="datetime" /> },
        {
          label: "File",
          value: (
            <a
              href={`/external-certificates/${id}/file`}
              className="link inline-flex min-h-6 max-w-full items-center gap-2 break-all"
              download
            >
              <FileDown aria-hidden className="size-4 shrink-0" />
              Save {fileName} ({Math.max(1, Math.round(bytes / 1_000)).toLocaleString("en")} kB)
            </a>
          ),
        },
      ]}
    />
  );
}
