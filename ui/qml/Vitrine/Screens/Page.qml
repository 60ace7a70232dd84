pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Vitrine.Controls
import Vitrine.Theme

// A page of the sheet: a promise on top, what it is about, and what to do at the bottom.
ColumnLayout {
    id: page

    property string title: ""
    default property alias content: body.data
    property alias actions: footer.data

    spacing: Theme.gap

    SerifText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapWide + Theme.gapTiny
        size: Theme.textTitle
        text: page.title

        Accessible.role: Accessible.Heading
    }

    Item {
        id: body

        Layout.fillWidth: true
        Layout.fillHeight: true
    }

    RowLayout {
        id: footer

        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gapWide
        spacing: Theme.gap
        uniformCellSizes: false
    }
}
