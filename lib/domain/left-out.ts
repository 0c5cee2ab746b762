import type { DistrictId } from './words'

/** Whether the reporter asked to leave an officer out, who covers these districts. */
export function isLeftOut(covered: readonly DistrictId[], excludedDistricts: readonly DistrictId[]): boolean {
  return covered.some((district) => excludedDistricts.includes(district))
}
