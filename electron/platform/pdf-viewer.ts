/** Chromium's own PDF viewer, an extension that is part of it. */
const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'
/** Style and scripts that the viewer takes from Chromium. */
const viewerParts = 'chrome://resources/'

/** Whether a window that shows one document may ask for `url`: the document and the viewer, nothing else. */
export function mayBeRequestedForPrinting(url: string, documentOrigin: string): boolean {
  return [`${documentOrigin}/`, viewer, viewerParts].some((allowed) => url.startsWith(allowed))
}

/** Whether a navigation is the viewer taking its place inside the page of a document. */
export const isViewerFrame = ({ url, isMainFrame }: { url: string; isMainFrame: boolean }): boolean =>
  !isMainFrame && url.startsWith(viewer)
