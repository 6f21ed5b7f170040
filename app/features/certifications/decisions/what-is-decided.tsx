import type { OwedCertification } from "../owed";

interface WhatIsDecidedProps extends Pick<OwedCertification, "toDecide" | "refusedFor"> {
  /** It is told to the person. */
  own: boolean;
}

/** Of what has been met: that somebody has to decide, or why it was not awarded. */
export function WhatIsDecided({ toDecide, refusedFor, own }: WhatIsDecidedProps) {
  if (toDecide)
    return (
      <p className="text-sm">
        Everything is done. Whether it is awarded is decided by somebody who neither trained nor examined{" "}
        {own ? "you, and you are told by e-mail" : "the person"}.
      </p>
    );
  return (
    <div className="grid gap-1 text-sm">
      <p>It was not awarded. The reason on record:</p>
      <p className="border-l-2 border-line pl-3">{refusedFor}</p>
      <p>
        What {own ? "you do" : "the person does"} anew, such as passing the test again, is put to decision
        again.
      </p>
    </div>
  );
}
