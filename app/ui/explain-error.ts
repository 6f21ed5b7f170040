import { isRouteErrorResponse } from "@remix-run/react";

export interface ExplainedError {
  status: number | null;
  title: string;
  message: string;
  advice: string;
  requestId: string | undefined;
}

interface Wording {
  title: string;
  message: string;
  advice: string;
}

const unexpected: Wording = {
  title: "Something went wrong on our side",
  message: "The page could not be made.",
  advice:
    "Nothing you had saved is lost. Try again in a moment; if it happens again, tell whoever runs the portal.",
};

const wordings: Readonly<Record<number, Wording>> = {
  400: {
    title: "That request could not be understood",
    message: "The address or the form was not complete.",
    advice: "Nothing was changed. Go back, reload the page and try again.",
  },
  403: {
    title: "This is not yours to do",
    message: "Your access does not cover it.",
    advice: "Nothing was changed. If you need it for your work, ask your manager or an administrator.",
  },
  404: {
    title: "There is nothing here",
    message: "This page does not exist, or it is not open to you.",
    advice: "Check the address, or start again from your home page. Nothing is lost.",
  },
  409: {
    title: "Someone or something was faster",
    message: "The state has changed since you opened the page.",
    advice: "Nothing was overwritten. Reload the page to see how it stands now, then decide again.",
  },
  413: {
    title: "That is too large",
    message: "What you sent is larger than is taken.",
    advice: "Nothing was saved. Go back and send a smaller file or a shorter text.",
  },
  422: {
    title: "That could not be used",
    message: "Something in the form was not right.",
    advice: "Nothing was saved. Go back, change it and send it again.",
  },
  429: {
    title: "Too many tries",
    message: "This was asked for too often in a short time.",
    advice: "Nothing is lost. Wait a few minutes, then try again.",
  },
  503: {
    title: "The portal is busy",
    message: "It cannot answer right now.",
    advice: "Nothing was written. Wait a moment and reload the page.",
  },
};

function stringAt(data: unknown, key: string): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const value = (data as Record<string, unknown>)[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Turns whatever a route threw into words for the person; an unknown error says nothing of its insides. */
export function explainError(error: unknown): ExplainedError {
  if (!isRouteErrorResponse(error)) return { status: null, requestId: undefined, ...unexpected };
  const wording = wordings[error.status] ?? unexpected;
  return {
    ...wording,
    status: error.status,
    message: stringAt(error.data, "message") ?? wording.message,
    requestId: stringAt(error.data, "requestId"),
  };
}
