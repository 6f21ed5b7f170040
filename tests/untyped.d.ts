declare module "@digitalcredentials/vc-bitstring-status-list" {
  export function checkStatus(options: {
    credential: unknown;
    documentLoader: (url: string) => Promise<{ documentUrl: string; document: unknown }>;
    verifyBitstringStatusListCredential: boolean;
  }): Promise<{ verified: boolean }>;
}
