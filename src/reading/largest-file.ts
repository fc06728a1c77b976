/** The largest file that is read, in bytes (20 MB): some fifty books. Larger ones would keep a desk waiting for minutes. */
export const LARGEST_FILE = 20 * 1024 * 1024
