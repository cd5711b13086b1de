/**
 * Why bytes could not be read as an HL7 v2 message. The bytes themselves are never lost: whoever received them keeps
 * them.
 */
export type Hl7Problem =
  /** The first segment is not MSH, and it is not XML either. */
  | 'hl7.notHl7'
  /** MSH-1 or MSH-2 does not name five different punctuation marks. */
  | 'hl7.delimiters'
  /** The bytes are not what MSH-18 says, or MSH-18 says nothing and they are not UTF-8. */
  | 'hl7.charset'
  /** A NUL character, which no text of a record can hold. */
  | 'hl7.nul'
  /** More bytes than the limit. */
  | 'hl7.tooLarge'
  /** More segments than the limit. */
  | 'hl7.tooManySegments'
  /** A segment with more fields than the limit. */
  | 'hl7.tooManyFields'
  /** A line that does not begin with a segment name, so that nobody can say which field it belongs to. */
  | 'hl7.segmentName'
  /** A second MSH: acknowledging the first would say that both were taken in. */
  | 'hl7.severalMessages'
  /** It is XML and not well-formed. */
  | 'hl7.xmlMalformed'
  /** It is XML with a document type, which may name files to fetch and words that grow. */
  | 'hl7.xmlDoctype'
  /** It is XML that is deeper, or of more elements, than any message. */
  | 'hl7.xmlTooLarge'
  /** It is well-formed XML of another language than HL7's. */
  | 'hl7.otherXml'
  /** An element of HL7's XML whose name is not that of a field or a part where it stands. */
  | 'hl7.xmlField'
  /** A SOAP envelope without any message in it. */
  | 'hl7.soapEmpty'
  /** What a PAS exports of something else than one person. */
  | 'hl7.pasExport'
  /** MSH-10 is empty: the message can be neither acknowledged by name nor told apart from its own repeat. */
  | 'hl7.noControlId'
  /** MSH-9 is empty: nobody can say what the message is for. */
  | 'hl7.noType'

/** Why a well-formed message could not be read as an event in a person's care. */
export type AdtProblem =
  | 'hl7.noControlId'
  | 'hl7.noType'
  /** Another kind of message: results, documents, orders. */
  | 'adt.notAdt'
  /** An ADT trigger this reader does not take, such as a swap of two patients. */
  | 'adt.trigger'
  /** A segment about the person or the visit is longer than any honest one. */
  | 'adt.tooLong'
  /** No time can be read from EVN-6, EVN-2 or MSH-7, so the event has no place in the order of events. */
  | 'adt.noEventTime'
  /** Neither a local identifier nor a right NHS number. */
  | 'adt.noPatientId'
  /** More than one PID (for a pair, more than two): which of them the event is about must not be guessed. */
  | 'adt.severalPatients'
  /** The trigger tells of allergies, and no IAM does, or one does not say to what. */
  | 'adt.noAllergy'
  /** The trigger speaks of two people, and one PID is not there or has no identifier. */
  | 'adt.noOtherPatient'
  /** The trigger moves somebody, and PV1 says nothing of where or in what visit. */
  | 'adt.noVisit'
  /** The trigger merges or moves records, and MRG does not say which. */
  | 'adt.noMerge'
  /** More than one MRG: taking only the first would lose the others. */
  | 'adt.severalMerges'

/** Why a batch or a file is not what its trailers say. Its messages may be right all the same. */
export type BatchProblem =
  /** BTS-1 or FTS-1 counts others than came. */
  | 'hl7.batchCount'
  /** A header without its trailer, or a trailer without its header: it may have been cut short. */
  | 'hl7.batchUnfinished'

/** Why a message about one person, of whichever kind, could not be read. */
export type PersonEventProblem =
  | Extract<AdtProblem, 'adt.trigger' | 'adt.severalPatients' | 'adt.noEventTime' | 'adt.noPatientId'>
  | 'hl7.noControlId'
  | 'hl7.noType'

/** Why a message of results could not be read. */
export type OruProblem =
  | PersonEventProblem
  /** No OBR. */
  | 'oru.noReport'
  /** Neither the asker's number nor the answerer's: what it tells could never be corrected or taken back. */
  | 'oru.noOrderNumber'
  /** OBR-4 does not say what was tested. */
  | 'oru.noService'
  /** OBR-25 is Y or Z: whoever answers has no such order, or no such patient. There is nothing to keep. */
  | 'oru.noRecord'

/** Why a message with a document could not be read. */
export type MdmProblem =
  | PersonEventProblem
  /** No TXA, or no number of the document (TXA-12). */
  | 'mdm.noDocument'
  /** The trigger says that the document comes with it, and it does not; or what came is not what it says. */
  | 'mdm.noContent'
  /** An addendum or a replacement that does not say of which document (TXA-13). */
  | 'mdm.noParent'

/** Why a message about an appointment could not be read. */
export type SiuProblem =
  | PersonEventProblem
  /** No SCH, or no number of the appointment in SCH-1 or SCH-2. */
  | 'siu.noAppointment'
  /** It is to take place, and no time is given. */
  | 'siu.noStart'

/** Why a referral could not be read. */
export type RefProblem =
  | PersonEventProblem
  /** No RF1, or no number of the referral in RF1-6 or RF1-11. */
  | 'ref.noReferral'

/**
 * Where in the message each problem lies, and HL7's own code for it.
 * Source: HL7 table 0357, message error condition codes.
 */
export const PROBLEM_PLACES: Readonly<Record<ReadProblem, ProblemPlace>> = {
  'hl7.notHl7': { segment: 'MSH', condition: '100' },
  'hl7.delimiters': { segment: 'MSH', field: 2, condition: '102' },
  'hl7.charset': { segment: 'MSH', field: 18, condition: '102' },
  'hl7.nul': { segment: 'MSH', condition: '102' },
  'hl7.tooLarge': { segment: 'MSH', condition: '207' },
  'hl7.tooManySegments': { segment: 'MSH', condition: '207' },
  'hl7.tooManyFields': { segment: 'MSH', condition: '207' },
  'hl7.segmentName': { segment: 'MSH', condition: '100' },
  'hl7.severalMessages': { segment: 'MSH', condition: '100' },
  'hl7.xmlMalformed': { segment: 'MSH', condition: '100' },
  'hl7.xmlDoctype': { segment: 'MSH', condition: '100' },
  'hl7.xmlTooLarge': { segment: 'MSH', condition: '207' },
  'hl7.otherXml': { segment: 'MSH', condition: '100' },
  'hl7.xmlField': { segment: 'MSH', condition: '100' },
  'hl7.soapEmpty': { segment: 'MSH', condition: '100' },
  'hl7.pasExport': { segment: 'MSH', condition: '200' },
  'hl7.noControlId': { segment: 'MSH', field: 10, condition: '101' },
  'hl7.noType': { segment: 'MSH', field: 9, condition: '101' },
  'hl7.batchCount': { segment: 'BTS', field: 1, condition: '102' },
  'hl7.batchUnfinished': { segment: 'BTS', condition: '100' },
  'adt.notAdt': { segment: 'MSH', field: 9, condition: '200' },
  'adt.trigger': { segment: 'MSH', field: 9, condition: '201' },
  'adt.tooLong': { segment: 'PID', condition: '207' },
  'adt.noEventTime': { segment: 'EVN', field: 2, condition: '101' },
  'adt.noPatientId': { segment: 'PID', field: 3, condition: '101' },
  'adt.severalPatients': { segment: 'PID', condition: '100' },
  'adt.noOtherPatient': { segment: 'PID', field: 3, condition: '101' },
  'adt.noAllergy': { segment: 'IAM', field: 3, condition: '101' },
  'adt.noVisit': { segment: 'PV1', condition: '101' },
  'adt.noMerge': { segment: 'MRG', condition: '101' },
  'adt.severalMerges': { segment: 'MRG', condition: '100' },
  'oru.noReport': { segment: 'OBR', condition: '100' },
  'oru.noOrderNumber': { segment: 'OBR', field: 3, condition: '101' },
  'oru.noService': { segment: 'OBR', field: 4, condition: '101' },
  'oru.noRecord': { segment: 'OBR', field: 25, condition: '204' },
  'mdm.noDocument': { segment: 'TXA', field: 12, condition: '101' },
  'mdm.noContent': { segment: 'OBX', field: 5, condition: '101' },
  'mdm.noParent': { segment: 'TXA', field: 13, condition: '101' },
  'siu.noAppointment': { segment: 'SCH', field: 2, condition: '101' },
  'siu.noStart': { segment: 'SCH', field: 11, condition: '101' },
  'ref.noReferral': { segment: 'RF1', field: 6, condition: '101' },
}

/** Why a message could not be read, whatever its kind. */
export type ReadProblem = Hl7Problem | BatchProblem | AdtProblem | OruProblem | MdmProblem | SiuProblem | RefProblem

export interface ProblemPlace {
  readonly segment: string
  /** Absent when the whole segment, or the whole message, is at fault. */
  readonly field?: number
  readonly condition: string
}
