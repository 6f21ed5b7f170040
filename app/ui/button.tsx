import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes } from "react";
import { classNames } from "./class-names";

type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
type ButtonSize = "small" | "medium" | "large";

const shape =
  "inline-flex items-center justify-self-start justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline " +
  "transition-colors disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted " +
  "[&_svg]:size-4 [&_svg]:shrink-0 print:hidden";

const variants: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-edge/60 bg-surface text-ink hover:border-edge hover:bg-hover",
  quiet: "border-transparent text-accent hover:bg-hover",
  danger: "border-expired/60 bg-surface text-expired hover:border-expired hover:bg-expired-soft",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 text-sm",
  medium: "min-h-9 px-3.5 text-sm",
  large: "min-h-11 px-5 text-base",
};

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
}

function look({ variant = "primary", size = "medium" }: Look, className?: string): string {
  return classNames(shape, variants[variant], sizes[size], className);
}

export function Button({
  variant,
  size,
  className,
  type = "submit",
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={look({ variant, size }, className)} {...rest} />;
}

export function ButtonLink({ variant, size, className, ...rest }: Look & LinkProps) {
  return <Link className={look({ variant, size }, className)} {...rest} />;
}
