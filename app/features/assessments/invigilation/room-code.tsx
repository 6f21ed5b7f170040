/** Large enough for the back row, in two halves so that it can be read out; spaces do not matter when it is typed. */
export function RoomCode({ code }: { code: string }) {
  const [first, second] = [code.slice(0, 3), code.slice(3)];
  return (
    <p className="flex flex-wrap gap-x-[0.35em] font-mono text-[3.25rem] leading-tight font-semibold tracking-[0.06em] select-all sm:text-[6rem] print:text-[6rem]">
      <span className="sr-only">{code.split("").join(" ")}</span>
      <span aria-hidden>{first}</span>
      <span aria-hidden>{second}</span>
    </p>
  );
}
