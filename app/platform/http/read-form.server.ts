/** Reads a form's body with a bound, counted while it arrives: what a client says of its length is not believed. */
import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
  type FileUploadHandler,
} from "@remix-run/form-data-parser";
import { Invalid, TooLarge } from "../errors";

export interface FormBounds {
  /** Of the whole body. */
  bytes: number;
  /** Of each file; a form that takes none need not say. */
  fileBytes?: number;
  files?: number;
}

/** @throws TooLarge, or Invalid when the body is not a form */
export async function readForm(
  request: Request,
  bounds: FormBounds,
  takeFile?: FileUploadHandler,
): Promise<FormData> {
  const { bytes, fileBytes = bytes, files = 0 } = bounds;
  if (Number(request.headers.get("Content-Length")) > bytes) throw tooLarge(bytes);
  if (
    !/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/.test(
      request.headers.get("Content-Type") ?? "",
    )
  )
    throw notAForm();
  try {
    return await parseFormData(
      request,
      { maxFileSize: fileBytes, maxFiles: files, maxTotalSize: bytes },
      takeFile,
    );
  } catch (error) {
    if (error instanceof MaxFilesExceededError)
      throw new TooLarge("too-many-files", `At most ${files} files are taken at once. Nothing was stored.`);
    if (error instanceof MaxFileSizeExceededError)
      throw new TooLarge(
        "file-too-large",
        `A file is larger than ${megabytes(fileBytes)}. Nothing was stored.`,
      );
    if (error instanceof MaxTotalSizeExceededError) throw tooLarge(bytes);
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) throw notAForm();
    throw error;
  }
}

function tooLarge(bytes: number): TooLarge {
  return new TooLarge("too-large", `At most ${megabytes(bytes)} are taken at once. Nothing was changed.`);
}

function notAForm(): Invalid {
  return new Invalid("not-a-form", "What was sent could not be read as a form. Nothing was changed.");
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
