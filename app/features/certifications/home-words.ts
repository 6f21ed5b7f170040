interface Counts {
  owed: number;
  required: number;
  uncovered: boolean;
}

/** The home page's first sentence. */
export function homeWords({ owed, required, uncovered }: Counts): { title: string; lead: string } {
  if (required === 0)
    return {
      title: "Nothing is required of you",
      lead: "Your job role asks for no certification at the moment. Every course that is open to you is in the catalogue.",
    };
  if (owed === 0)
    return {
      title: "You are up to date",
      lead: "You hold everything that your job role requires. What comes up for renewal appears here in good time.",
    };
  const title = owed === 1 ? "One certification is due" : `${owed} certifications are due`;
  const lead = uncovered
    ? "Some of your work has to pause until you hold what it requires. Start with the first step below."
    : "Do the steps in any order and in your own time; what you have begun is kept.";
  return { title, lead };
}
