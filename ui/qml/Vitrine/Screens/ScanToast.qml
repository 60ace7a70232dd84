pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Controls
import Vitrine.Models
import Vitrine.Theme

// What was held up before the mirror: a line each, the newest on top, with what can be done about it.
Rectangle {
    id: toast

    required property Scanner scanner
    property real room: 140 * Theme.unit

    signal helpWanted

    implicitHeight: list.height + 2 * list.anchors.topMargin
    radius: Theme.radius
    color: Theme.sheet
    border.color: Theme.line
    border.width: Theme.hairline * 1.5

    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("What you showed to the mirror")

    // Touches between the controls do nothing.
    MouseArea {
        anchors.fill: parent
    }

    RoundButton {
        id: close

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 3 * Theme.unit
        iconName: "close"
        text: qsTr("Close")
        onClicked: toast.scanner.dismiss()
    }

    ListView {
        id: list

        anchors.left: parent.left
        anchors.right: close.left
        anchors.top: parent.top
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapTiny
        anchors.topMargin: 3 * Theme.unit
        height: Math.min(contentHeight, toast.room - 2 * anchors.topMargin)
        clip: contentHeight > height
        interactive: clip
        cacheBuffer: 0
        model: toast.scanner.rows
        T.ScrollBar.vertical: ScrollBar {}

        Accessible.role: Accessible.List
        Accessible.name: toast.Accessible.name

        delegate: Item {
            id: row

            required property int index
            required property string kind
            required property string code
            required property string brand
            required property string name
            required property string shade
            required property string color
            required property string price
            required property bool added

            readonly property string title: {
                switch (kind) {
                case "article":
                    return name;
                case "order":
                    //: %1 is the code of an order
                    return qsTr("Your order %1").arg(code);
                case "coupon":
                    //: %1 is the code of a coupon
                    return qsTr("Coupon %1").arg(code);
                case "not_sold":
                    return qsTr("We do not sell this");
                }
                return qsTr("We do not know this code");
            }
            readonly property string note: {
                switch (kind) {
                case "article":
                    return [brand, shade, price].filter(part => part !== "").join(" · ");
                case "not_sold":
                    return qsTr("We may have something like it.");
                case "foreign":
                    return qsTr("It is not one of this shop’s.");
                }
                return "";
            }

            width: ListView.view.width
            height: line.implicitHeight + 4 * Theme.unit

            Accessible.role: Accessible.ListItem
            Accessible.name: note === "" ? title : title + ", " + note

            GridLayout {
                id: line

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                columns: row.width < 230 * Theme.unit ? 2 : 3
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapTiny

                Disc {
                    Layout.preferredWidth: side
                    Layout.preferredHeight: side
                    side: 14 * Theme.unit
                    color: row.color === "" ? Theme.well : row.color

                    Icon {
                        anchors.centerIn: parent
                        name: row.kind === "article" ? "bag" : row.kind === "order" ? "receipt" : row.kind === "coupon" ? "ticket" : "help"
                        visible: row.color === ""
                        side: 8 * Theme.unit
                    }
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    SansText {
                        Layout.fillWidth: true
                        font.weight: Font.Medium
                        leading: 1.1
                        text: row.title
                        Accessible.ignored: true
                    }

                    SansText {
                        Layout.fillWidth: true
                        color: Theme.inkSoft
                        font.pixelSize: Theme.textCaption
                        leading: 1.1
                        text: row.note
                        visible: text !== ""
                        Accessible.ignored: true
                    }
                }

                RowLayout {
                    Layout.columnSpan: line.columns === 2 ? 2 : 1
                    Layout.alignment: Qt.AlignRight
                    spacing: Theme.gapTiny

                    ActionButton {
                        size: Theme.textLabel
                        text: qsTr("Try on")
                        visible: row.kind === "article" && row.color !== ""
                        onClicked: toast.scanner.tryOn(row.code)

                        Accessible.name: qsTr("Try on %1").arg(row.name)
                    }

                    ActionButton {
                        size: Theme.textLabel
                        primary: true
                        iconName: row.added ? "check" : "bag"
                        text: row.added ? qsTr("In your cart") : qsTr("Add to cart")
                        enabled: !row.added
                        visible: row.kind === "article"
                        onClicked: toast.scanner.add(row.code)

                        Accessible.name: row.added ? text : qsTr("Add %1 to cart").arg(row.name)
                    }

                    ActionButton {
                        size: Theme.textLabel
                        primary: true
                        text: qsTr("Use it")
                        visible: row.kind === "coupon"
                        onClicked: toast.scanner.useCoupon(row.code)
                    }

                    ActionButton {
                        size: Theme.textLabel
                        primary: true
                        text: qsTr("Show it")
                        visible: row.kind === "order"
                        onClicked: toast.scanner.openOrder(row.code)
                    }

                    ActionButton {
                        size: Theme.textLabel
                        iconName: "hand"
                        text: qsTr("Ask one of us")
                        visible: row.kind === "not_sold" || row.kind === "foreign"
                        onClicked: {
                            toast.scanner.dismiss();
                            toast.helpWanted();
                        }
                    }
                }
            }

            Rule {
                anchors.bottom: parent.bottom
                width: parent.width
                visible: row.index < toast.scanner.rows.count - 1
            }
        }
    }
}
