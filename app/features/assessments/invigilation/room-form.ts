import { z } from "zod";

export const SHORTEST_ROOM = 15;
export const LONGEST_ROOM = 480;
export const USUAL_ROOM = 60;

const message = `Type a whole number of minutes from ${SHORTEST_ROOM} to ${LONGEST_ROOM}.`;

export const openRoomForm = z.object({
  assessmentId: z.string({ error: "Choose a test." }).min(1, "Choose a test.").max(100),
  minutes: z
    .number({ error: message })
    .int(message)
    .min(SHORTEST_ROOM, message)
    .max(LONGEST_ROOM, message)
    .default(USUAL_ROOM),
});
