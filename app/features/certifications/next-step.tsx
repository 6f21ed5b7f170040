import { ArrowRight } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import type { OwedCertification, OwedStep } from "./owed";
import { StatusDate } from "./status-date";

interface NextStepProps {
  step: OwedStep & { for: OwedCertification };
  timeZone: string;
}

/** The one thing to do next. */
export function NextStep({ step, timeZone }: NextStepProps) {
  const { title, detail, action, to, for: certification } = step;
  return (
    <section
      aria-labelledby="next-step"
      className="flex flex-wrap items-center justify-between gap-x-10 gap-y-5 rounded-lg border border-line bg-surface px-5 py-5 sm:px-7 sm:py-6"
    >
      <div className="min-w-0">
        <p className="text-sm text-muted">
          Next for {certification.title}. <StatusDate {...certification} timeZone={timeZone} />
        </p>
        <h2 id="next-step" className="mt-1 text-xl font-semibold">
          {title}
        </h2>
        {detail ? <p className="mt-1 text-sm text-muted">{detail}</p> : null}
      </div>
      <ButtonLink to={to!} size="large">
        {action}
        <ArrowRight aria-hidden />
      </ButtonLink>
    </section>
  );
}
