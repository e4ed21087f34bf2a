/** Signs the addresses of outputs, with one key for all nodes. */
export interface AddressKey {
  mac(text: string): Promise<string>;
}
