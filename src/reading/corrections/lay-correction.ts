import type { Correction, Laid } from './correction.ts'
import { divideBlock, dropBlock, joinBlock } from './block-corrections.ts'
import type { Layer } from './layer.ts'
import { linkMarker, markNotes } from './note-corrections.ts'

/** A layer with one correction laid over it. Not ok: the layer has no such block, note or marker, or it is so already. */
export function layCorrection(layer: Layer, correction: Correction): Laid<Layer> {
  switch (correction.kind) {
    case 'linked':
      return linkMarker(layer, correction)
    case 'dropped':
      return dropBlock(layer, correction.block)
    case 'joined':
      return joinBlock(layer, correction.block)
    case 'divided':
      return divideBlock(layer, correction.block, correction.at)
    case 'noted':
      return markNotes(layer, correction)
  }
}

/** The corrections laid over a reading in the order in which they were made. */
export function layCorrections(layer: Layer, corrections: readonly Correction[]): Laid<Layer> {
  let laid: Laid<Layer> = { ok: true, value: layer }
  for (const correction of corrections) if (laid.ok) laid = layCorrection(laid.value, correction)
  return laid
}
