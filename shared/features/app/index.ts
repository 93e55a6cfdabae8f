import { getAppInfo } from './get-app-info'

export const appOperations = { getAppInfo }
