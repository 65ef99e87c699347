// What stands behind the "#" of an address never reaches a server. What it says is in the link-state.js of each folder.

/**
 * An address with this behind it, "#" included, in the place of what was there.
 * @param {string} address
 * @param {string} fragment
 */
export const withFragment = (address, fragment) => address.split("#")[0] + fragment;
