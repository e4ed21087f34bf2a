/** 64 kB: a request without media, as JSON in UTF-8. A node may have so few open that they are not counted. */
export const SMALL_REQUEST_BYTES = 65_536;
