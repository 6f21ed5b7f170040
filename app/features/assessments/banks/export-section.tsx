import { Section } from "~/ui/page";
import { EXPORT_FORMATS, formats } from "./exchange-names";

/** Links to a bank's questions in each format, with what each leaves out. */
export function ExportSection({ base }: { base: string }) {
  return (
    <Section
      id="export"
      title="Export"
      description="The questions in use, in their current versions, as a file with the right answers. Keep it where test takers do not see it."
    >
      <dl className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {EXPORT_FORMATS.map((format) => (
          <div key={format} className="contents">
            <dt>
              <a href={`${base}/export/${format}`} className="link" download>
                {formats[format].name}
              </a>
            </dt>
            <dd className="max-w-[42rem] text-sm text-muted">{formats[format].leavesOut}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
