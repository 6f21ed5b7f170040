import { classNames } from "~/ui/class-names";

const look =
  "[&_p+*]:mt-3 [&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-5 [&_li+li]:mt-1 [&_code]:rounded-sm " +
  "[&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-sm [&_pre]:overflow-x-auto [&_pre]:rounded-md " +
  "[&_pre]:bg-sunken [&_pre]:p-3 [&_a]:text-accent [&_a]:underline [&_blockquote]:border-l-2 [&_blockquote]:border-line " +
  "[&_blockquote]:pl-3 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_th]:py-1 [&_th]:text-left [&_td]:border " +
  "[&_td]:border-line [&_td]:px-2 [&_td]:py-1";

interface QuestionHtmlProps {
  /** Made from Markdown by render-question-text.server.ts, which lets no markup of the author through. */
  html: string;
  inline?: boolean;
  id?: string;
  lang?: string;
  className?: string;
}

export function QuestionHtml({ html, inline, id, lang, className }: QuestionHtmlProps) {
  const Element = inline ? "span" : "div";
  return (
    <Element
      id={id}
      lang={lang}
      className={classNames(look, className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
