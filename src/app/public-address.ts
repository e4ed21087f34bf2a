/** What tokens and metadata call this gateway: PUBLIC_URL, else the address that it listens at. */
export class PublicAddress {
  #url: string;

  constructor(publicUrl: string | undefined) {
    this.#url = publicUrl ?? '';
  }

  /** Empty until it is known. */
  get url(): string {
    return this.#url;
  }

  listensAt(url: string): void {
    if (this.#url === '') this.#url = url;
  }
}
