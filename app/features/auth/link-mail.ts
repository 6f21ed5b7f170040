interface Mail {
  subject: string;
  text: string;
}

export function invitationMail(name: string, link: string): Mail {
  return {
    subject: "Your access to Attest",
    text: `Hello ${name},

you have been given access to Attest, where you find your training, your tests and your certificates.

Choose your password here:
${link}

The link works once, within seven days. If it has expired, open the sign-in page and choose "Forgot your password?".
`,
  };
}

export function resetMail(name: string, link: string): Mail {
  return {
    subject: "Set a new password for Attest",
    text: `Hello ${name},

someone, probably you, asked for a new password for your account.

Choose it here:
${link}

The link works once, within one hour. If you did not ask for it, do nothing: your password stays as it is.
`,
  };
}

export function passwordChangedMail(name: string): Mail {
  return {
    subject: "Your password for Attest was changed",
    text: `Hello ${name},

your password was changed, and every device that was signed in has been signed out.

If this was not you, open the sign-in page, choose "Forgot your password?" and tell whoever runs the portal.
`,
  };
}
