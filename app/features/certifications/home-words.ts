interface Situation {
  owed: number;
  required: number;
  uncovered: boolean;
  auditing: boolean;
  managing: boolean;
}

/** The home page's first sentence. */
export function homeWords(situation: Situation): { title: string; lead: string } {
  const { owed, required, uncovered, auditing, managing } = situation;
  if (owed > 0)
    return {
      title: owed === 1 ? "One certification is due" : `${owed} certifications are due`,
      lead: uncovered
        ? "Some of your work has to pause until you hold what it requires. Start with the first step below."
        : "Do the steps in any order and in your own time; what you have begun is kept.",
    };
  if (required > 0)
    return {
      title: "You are up to date",
      lead: "You hold everything that your job role requires. What comes up for renewal appears here in good time.",
    };
  const nothing = "Nothing is required of you yourself at the moment.";
  if (auditing) return { title: "Who was certified for what, and when?", lead: nothing };
  if (managing) return { title: "Your team today", lead: nothing };
  return {
    title: "Nothing is required of you",
    lead: "No certification is asked for in your job role at the moment. Every course that is open to you is in the catalogue.",
  };
}
