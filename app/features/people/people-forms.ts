import { z } from "zod";
import { ASSIGNMENT_KINDS } from "./assignment-rules";
import { isDay } from "./calendar";

const line = (message: string, max = 120) =>
  z.string({ error: message }).trim().min(1, message).max(max, `Use at most ${max} characters.`);
const WHY = "Say why in at least 3 characters, for whoever reads this later.";
const reason = line(WHY, 300).min(3, WHY);
const day = z.string({ error: "Choose a day." }).refine(isDay, "Choose a day, such as 2026-03-04.");

const details = {
  name: line("Type the person's full name."),
  email: z.email({ error: "Type an e-mail address, such as name@company.com." }).max(254),
  employeeNumber: line("Type the employee number.", 40),
};

export const addPersonForm = z.object({ ...details, reason });
export const editPersonForm = z.object({ form: z.literal("edit"), ...details, reason });

const choice = new RegExp(`^(?:${ASSIGNMENT_KINDS.join("|")}):[^:]{1,100}$`);

/** What is given comes from one list: "job-role:account-executive". */
export const assignForm = z.object({
  form: z.literal("assign"),
  value: z.string({ error: "Choose what to give." }).regex(choice, "Choose one from the list."),
  from: day,
  lastDay: day.optional(),
  reason,
});

export const endForm = z.object({
  form: z.literal("end"),
  assignmentId: z.string().max(100),
  lastDay: day,
  reason,
});
export const leaveForm = z.object({
  form: z.literal("leave"),
  lastDay: day,
  reason,
  confirmed: z.literal("yes").optional(),
});
export const returnForm = z.object({ form: z.literal("return"), reason });

export const createTeamForm = z.object({
  form: z.literal("create-team"),
  name: line("Type a name for the team."),
  regionId: z.string({ error: "Choose a region." }).max(100),
  reason,
});
export const renameTeamForm = z.object({
  form: z.literal("rename-team"),
  teamId: z.string().max(100),
  name: line("Type a name for the team."),
  reason,
});
export const giveManagerForm = z.object({
  form: z.literal("give-manager"),
  teamId: z.string().max(100),
  person: line("Type the manager's e-mail address or employee number.", 254),
  from: day,
  reason,
});
