import { z } from "zod";

const email = z.email({ error: "Type your e-mail address, such as name@company.com." }).max(254);
const given = (message: string) => z.string({ error: message }).max(1000, message);

export const signInForm = z.object({
  email,
  password: given("Type your password."),
  next: z.string().max(2000).optional(),
});

export const forgotPasswordForm = z.object({ email });

export const setPasswordForm = z.object({ password: given("Type the password that you want.") });

export const changePasswordForm = z.object({
  currentPassword: given("Type your current password."),
  password: given("Type the password that you want."),
});

export const endSessionForm = z.object({ sessionId: z.string().min(1).max(100) });

export const timeZoneForm = z.object({ timeZone: z.string({ error: "Choose a time zone." }).max(64) });

export const themeForm = z.object({ theme: z.enum(["system", "light", "dark"], { error: "Choose one." }) });
