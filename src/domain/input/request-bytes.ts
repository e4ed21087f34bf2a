/**
 * 64 kB: a request without media, as JSON in UTF-8. A node has so few of them open that it does not
 * count them.
 */
export const SMALL_REQUEST_BYTES = 65_536;
