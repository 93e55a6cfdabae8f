/** Size and place of a window, remembered between starts. Pixels of the screen. */
export interface WindowState {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

/** A rectangle of the desktop, in pixels of the screen. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Smallest window that the layout is made for. */
export const smallest = { width: 720, height: 480 } as const

/** The first window of a fresh installation. */
export const firstState: WindowState = { width: 1440, height: 900, maximized: false }

/** How much of the top of a window must be on a screen for it to be grasped: the width of a hand of pixels. */
const graspable = { width: 120, height: 32 } as const

/** Pixels that a further window stands right of and below the one before. */
const cascade = 28

/**
 * Where a window opens: as it was, unless its title bar would be on no screen any more, then in the middle of the
 * first. Never larger than the screen it is on.
 */
export function placeWindow(remembered: WindowState, screens: readonly Area[]): WindowState {
  const { x, y, maximized } = remembered
  const on =
    x === undefined || y === undefined
      ? undefined
      : screens.find((screen) => isGraspable({ x, y }, remembered, screen))
  const screen = on ?? screens[0]
  const size = {
    width: Math.max(smallest.width, Math.min(remembered.width, screen?.width ?? remembered.width)),
    height: Math.max(smallest.height, Math.min(remembered.height, screen?.height ?? remembered.height)),
  }
  return on ? { x, y, ...size, maximized } : { ...size, maximized }
}

/** The place of a further window: a little off the one in front, and not maximized, so that both are seen. */
export function cascadeFrom(front: Area, remembered: WindowState): WindowState {
  const { width, height } = remembered
  return { x: front.x + cascade, y: front.y + cascade, width, height, maximized: false }
}

function isGraspable(at: { x: number; y: number }, { width }: { width: number }, screen: Area): boolean {
  const across = Math.min(at.x + width, screen.x + screen.width) - Math.max(at.x, screen.x)
  const titleBarIn = at.y >= screen.y && at.y + graspable.height <= screen.y + screen.height
  return across >= graspable.width && titleBarIn
}
