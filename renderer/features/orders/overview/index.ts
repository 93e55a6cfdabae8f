export { FaceSwitch } from './face-switch'
export { NoOverview } from './no-overview'
