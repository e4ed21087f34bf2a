/** How people sign in beside a key, as the gateway tells its page. */
export interface SignIn {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly resource: string | null;
}

let asked: Promise<SignIn | null> | undefined;

/** Null: with an API key alone. Asked once; asked again where there was no answer. */
export function pageSignIn(): Promise<SignIn | null> {
  asked ??= fetch('/studio/settings.json')
    .then(async (response) => {
      const { signIn } = (await response.json()) as { readonly signIn: SignIn | null };
      return signIn;
    })
    .catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
  return asked;
}
